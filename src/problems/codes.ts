/**
 * Every code that a problem can have, by family. A code never changes its meaning and is never used again.
 *
 * Each has a message, a fix and a long text in both languages, and a test that makes it happen.
 */
export const CODES = {
  /** The text cannot be read as YAML, or uses what is refused in it. */
  yaml: [
    'E101', 'E102', 'E103', 'E104', 'E105', 'E106', 'E107', 'E108', 'E109', 'E110', 'E111', 'E112', 'E113', 'E114',
    'E115', 'E116', 'E117', 'E118', 'E120', 'E121', 'E122', 'E123',
  ],
  /** The keys or values are not those of this kind of file. */
  shape: [
    'E201', 'E202', 'E203', 'E204', 'E205', 'E206', 'E207', 'E208', 'E209', 'E210', 'E211', 'E212', 'E213', 'E214',
    'E215', 'E216', 'E217', 'E218', 'E219', 'E220', 'E221', 'E222',
  ],
  /** Links between pieces, and translations. */
  links: [
    'E301', 'E302', 'E303', 'E304', 'E305', 'E306', 'E307', 'E308', 'E309', 'E310', 'E311', 'E312', 'E313', 'E314',
    'E315', 'E316', 'E317', 'E318', 'E319', 'E320', 'E321', 'E322', 'E323', 'E324', 'E325', 'E326', 'E327', 'E328',
    'E329', 'E330', 'E331', 'E332', 'E333', 'E334', 'E335', 'E337', 'E338', 'E339', 'E340', 'E341', 'E342', 'E343', 'E346',
  ],
  /** What the rules mean together. */
  meaning: [
    'E401', 'E402', 'E403', 'E404', 'E405', 'E406', 'E407', 'E408', 'E409', 'E410', 'E411', 'E412', 'E413', 'E414',
    'E415', 'E416', 'E417', 'E418', 'E420', 'E421', 'E422',
  ],
  /** A case file against its pack. */
  cases: [
    'E501', 'E502', 'E503', 'E504', 'E505', 'E506', 'E507', 'E508', 'E509', 'E510', 'E511', 'E512',
  ],
  /** Files and places on disk. */
  files: [
    'E701', 'E702', 'E703', 'E704', 'E705', 'E706', 'E707', 'E708', 'E709',
  ],
  /** Use of the command line, and configuration. */
  use: [
    'E801', 'E802', 'E803', 'E804', 'E805', 'E806', 'E807', 'E808', 'E809', 'E810', 'E811', 'E812', 'E813', 'E814',
    'E815', 'E819', 'E820', 'E821', 'E851', 'E852', 'E853', 'E854',
  ],
} as const;

export type Code = (typeof CODES)[keyof typeof CODES][number];
