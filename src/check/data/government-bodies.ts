/** Departments of the United Kingdom government, with the days on which they began and ended. */

export interface Body {
  readonly name: string;
  readonly short?: string;
  /** The first day of its being, ISO 8601; absent where it is older than any text that is checked. */
  readonly from?: string;
  /** The first day on which it was no more. */
  readonly until?: string;
  /** Who took its work over. */
  readonly successors?: string;
}

const REFORM_2023 = '2023-02-07';

export const GOVERNMENT_BODIES: readonly Body[] = [
  {
    name: 'Department for Business, Energy and Industrial Strategy',
    short: 'BEIS',
    from: '2016-07-14',
    until: REFORM_2023,
    successors:
      'Department for Energy Security and Net Zero (DESNZ), Department for Business and Trade (DBT), Department for Science, Innovation and Technology (DSIT)',
  },
  { name: 'Department for Energy Security and Net Zero', short: 'DESNZ', from: REFORM_2023 },
  { name: 'Department for Business and Trade', short: 'DBT', from: REFORM_2023 },
  { name: 'Department for Science, Innovation and Technology', short: 'DSIT', from: REFORM_2023 },
  {
    name: 'Department for International Trade',
    from: '2016-07-14',
    until: REFORM_2023,
    successors: 'Department for Business and Trade (DBT)',
  },
  {
    name: 'Department for Digital, Culture, Media and Sport',
    from: '2017-07-03',
    until: REFORM_2023,
    successors:
      'Department for Culture, Media and Sport (DCMS), Department for Science, Innovation and Technology (DSIT)',
  },
  {
    name: 'Department of Energy and Climate Change',
    short: 'DECC',
    from: '2008-10-03',
    until: '2016-07-14',
    successors: 'Department for Business, Energy and Industrial Strategy (BEIS)',
  },
  {
    name: 'Department for Business, Innovation and Skills',
    from: '2009-06-05',
    until: '2016-07-14',
    successors: 'Department for Business, Energy and Industrial Strategy (BEIS)',
  },
  {
    name: 'Department for Business, Enterprise and Regulatory Reform',
    short: 'BERR',
    from: '2007-06-28',
    until: '2009-06-05',
    successors: 'Department for Business, Innovation and Skills (BIS)',
  },
  {
    name: 'Department of Trade and Industry',
    until: '2007-06-28',
    successors: 'Department for Business, Enterprise and Regulatory Reform (BERR)',
  },
  {
    name: 'Department for Innovation, Universities and Skills',
    from: '2007-06-28',
    until: '2009-06-05',
    successors: 'Department for Business, Innovation and Skills (BIS)',
  },
  {
    name: 'Department for Children, Schools and Families',
    from: '2007-06-28',
    until: '2010-05-12',
    successors: 'Department for Education',
  },
  {
    name: 'Department for Education and Skills',
    from: '2001-06-08',
    until: '2007-06-28',
    successors: 'Department for Children, Schools and Families',
  },
  {
    name: 'Department for Communities and Local Government',
    short: 'DCLG',
    from: '2006-05-05',
    until: '2018-01-08',
    successors: 'Ministry of Housing, Communities and Local Government (MHCLG)',
  },
  {
    name: 'Department for Levelling Up, Housing and Communities',
    short: 'DLUHC',
    from: '2021-09-19',
    until: '2024-07-09',
    successors: 'Ministry of Housing, Communities and Local Government (MHCLG)',
  },
  {
    name: 'Department for Exiting the European Union',
    short: 'DExEU',
    from: '2016-07-14',
    until: '2020-02-01',
    successors: 'Cabinet Office',
  },
  {
    name: 'Department for International Development',
    short: 'DFID',
    from: '1997-05-03',
    until: '2020-09-02',
    successors: 'Foreign, Commonwealth and Development Office (FCDO)',
  },
  {
    name: 'Foreign and Commonwealth Office',
    from: '1968-10-17',
    until: '2020-09-02',
    successors: 'Foreign, Commonwealth and Development Office (FCDO)',
  },
  { name: 'Foreign, Commonwealth and Development Office', short: 'FCDO', from: '2020-09-02' },
  {
    name: 'Department for Constitutional Affairs',
    from: '2003-06-12',
    until: '2007-05-09',
    successors: 'Ministry of Justice',
  },
  { name: 'Department of Health and Social Care', short: 'DHSC', from: '2018-01-08' },
  { name: 'Department for Environment, Food and Rural Affairs', short: 'DEFRA', from: '2001-06-08' },
  { name: 'Department for Work and Pensions', short: 'DWP', from: '2001-06-08' },
];
