/** Words of law, administration and drafting that general dictionaries lack or spell otherwise, with what law takes from Latin. */
export const LEGAL_WORDS: ReadonlySet<string> = new Set(
  `memoranda mandatorily exercisability dilutive antidilutive signup signups lookup opt-in collateralised collateralized collateralise collateralize depositary depositaries tranching tranche tranches abetment abovementioned abridgment abrogate abrogated abrogation acknowledgment actionable adjudication
  adjudicator adjudicatory administrators administratrix advocate affiant affidavit affidavits affirmant
  aforementioned aforesaid alia annum anonymisation anonymise anonymised apostille appellant appellee
  appointee appointees apportioned apportionment apportionments appurtenances appurtenant arbitral arbitrator
  arbitrators arrearage arrears assignability assignees assignor assignors attestation attestor attorney
  attorneys avoidable backend bailee bailees bailiff bailment bailor barrister baselined bona certiorari
  chargee chargor chose choses cinematograph claimant codification codified cognisable cognizable commencement
  compos conciliator consultee consultees convenor convenors copyleft corpus counterclaim counterclaims
  counterparties counterparty covenanted covenantee covenantor covenants creditor crossclaim cybersecurity
  dataset datasets debenture debentures debtor decarbonisation decarbonise decidendi decisis decommissioning
  defalcation defeasance defeasible defendant deidentification deidentified delegatee delegatees delict
  delictual demise demised demises deponent derogate derogates derogating derogation derogations designate
  designee designees despatch despatched despatches determinable determinations devise devisee devisees dicta
  dictum diem discretions distrain distraint donee donor easement easements ejusdem electrification email
  emailing emails embezzlement enactment enactments encumbrance encumbrancer encumbrances endnote
  enforceability enforceable estopped estoppel executrix expert facie facto fide fides firmware footnote
  footnotes forbearance forbearances force franchisee franchisor franchisors freehold freeholder frontend
  garnishee garnishment gazettal gazette gazetted generis geolocation goodwill grantee grantees grantor
  grantors guarantor guarantors habeas hereafter hereat hereby hereditament hereditaments herein hereinabove
  hereinafter hereinbefore hereinbelow hereinunder hereof hereto heretofore hereunder hereunto herewith hoc
  howsoever hyperlink hyperlinks ibid inchoate indefeasible indemnified indemnifier indemnifies indemnitee
  indemnitees indemnitor infra initio injunction injunctive inquorate insolvency inter interconnector
  interconnectors interim interlocutory interoperability interoperable interoperate interpleader intestacy
  intestate intra ipso joinder judgment judgments judicata judicially jure juris justiciable knowhow laches
  landlord landlords lawmaking leasehold leaseholder legatee legislation lessee lessees lessor lessors
  licenced licensable licensee licensees licensor licensors lien lienholder liens limitation liquidator lis
  locus lodgment login majeure malfeasance mandamus mediator mentis messuage metadata metering microgeneration
  middleware minimis misfeasance misjoinder misrepresentation moratorium mortgagee mortgagees mortgagor
  mortgagors mutandis mutatis negligence negligently nominee nominees non nonetheless nonfeasance nonjoinder
  notarial notarised notarized notary notwithstanding novate novated novates novating novation novations nunc
  obiter obligee obligor obligors offboarding offeree offeror onboarding online pari passu payee payees payor
  payors pendens per personam petitioner plaintiff pledgee pledgor plenary policymaker policymakers
  policymaking prendre prepay prepayment prepayments prescriptive prima pro probate procurator profit promisee
  promisor promulgate promulgated prospectively pseudonymisation pseudonymise pseudonymised quasi quorate
  quorum rata ratio rebaselined receiver receivership recodify recusal recuse recused redline redlined
  redlines redlining reexport reexported reidentify relicense relicensed relicensing rem remainderman remit
  remits remittance remittances rentcharge repayable repealer repudiatory res rescindable rescission
  rescissions respondent retroactively retrospectively rota rulebook rulemaking savings seq servicemark
  settlor severability severable severities solicitor stakeholder stakeholders standi stare statutorily
  statutory subchapter subchapters subclause subclauses subcontractor subdelegate subdelegated subdelegation
  subdivision subdivisions sublease subleases sublessee sublessor sublet sublicence sublicences sublicensable
  sublicense sublicensed sublicensee sublicensees sublicensing sublicensor submeter subordinate subparagraph
  subparagraphs subparts subpoena subpoenaed subpoenas subregulation subsection subsections subtenancy
  subtenant subtitle subtitles sui supra surety suretyship tabled tenancies testator testatrix thereabout
  thereafter thereat thereby therefor therefrom therein thereof thereon thereto thereunder thereunto therewith
  timeframe timeframes tolling tort tortfeasor tortious torts trademark trademarks tradename transferee
  transferees transferor transferors transposition tunc ultra uncodified underlease underlessee undermentioned
  undersigned unencumbered unenforceable unlicensed username usernames usufruct vacantia valorem vires viva
  vivos viz voce void voidable wayleave wayleaves webpage website websites whatsoever whereas whereby
  wherefore wherein whereof wheresoever whereunder whereupon winding workstream workstreams`.split(/\s+/),
);
