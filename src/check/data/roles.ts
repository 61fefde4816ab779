/** Parts that parties take in agreements, in small letters and the singular: a contract names its own, and another is a slip. */
export const ROLES: ReadonlySet<string> = new Set(
  'supplier customer client contractor vendor purchaser buyer seller licensee licensor landlord tenant lessor lessee employer employee consultant provider borrower lender franchisor franchisee distributor manufacturer subcontractor assignor assignee guarantor mortgagor mortgagee'.split(
    ' ',
  ),
);
