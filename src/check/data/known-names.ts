/** Words that take a capital without being terms of the document; in small letters and in the singular. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set(
  `act acts regulation order rule directive statute government parliament crown king queen majesty court tribunal
  judge secretary minister treasury commission commissioner council union state states kingdom england wales scotland
  ireland britain european british english american french german delaware california york united
  clause section paragraph article schedule annex appendix attachment table figure part chapter recital exhibit
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday christmas easter
  internet web god bible house senate congress president chair chairman director general
  north south east west central page title`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
