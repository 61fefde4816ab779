/**
 * Bank holidays of the United Kingdom that a proclamation under the Banking and Financial Dealings Act 1971 moved or
 * added in one year, and that the holiday package does not have; without a name, a day that was a Working Day after all.
 */
export const PROCLAIMED: readonly { readonly date: string; readonly name?: string }[] = [
  { date: '1995-05-01' },
  { date: '1995-05-08', name: 'Fiftieth anniversary of VE Day' },
  { date: '1999-12-31', name: 'Millennium holiday' },
  { date: '2002-05-27' },
  { date: '2002-06-03', name: 'Golden Jubilee' },
  { date: '2002-06-04', name: 'Spring bank holiday' },
  { date: '2011-04-29', name: 'Royal wedding' },
  { date: '2012-05-28' },
  { date: '2012-06-04', name: 'Spring bank holiday' },
  { date: '2012-06-05', name: 'Diamond Jubilee' },
  { date: '2022-05-30' },
];
