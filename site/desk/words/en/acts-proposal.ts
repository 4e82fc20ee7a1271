import { dayTime } from '../../../words/format.ts';

/** Acts that two officers stand behind. */
export const proposal = {
  one: 'Proposal',
  none: 'There is no such proposal.',
  acts: {
    declaration: 'declaration',
    lots: 'lots',
    event: 'death, disqualification or withdrawal',
    correction: 'correction',
  },
  title: (what: string): string => `Proposal: ${what}`,
  button: 'Propose',
  needsSecond: 'Another officer must second it with an account of their own. Until then nothing is public.',
  sentTitle: 'Proposed',
  sentWords:
    'Ask the Assistant Returning Officer, or another Returning Officer, to open this constituency and second it.',
  proposedBy: (role: string, at: string): string => `Proposed by: ${role}, ${dayTime('en', at)}.`,
  hash: 'Hash of what is proposed (SHA-256)',
  figuresChanged:
    'The figures have changed since this was proposed. The server decides anew when it is seconded, and refuses what the count no longer gives.',
  own: 'You proposed this. You can withdraw it; only another officer can second it.',
  waits: 'This waits for a second officer.',
  decided: (state: 'seconded' | 'refused', at: string): string =>
    `${state === 'seconded' ? 'Seconded' : 'Refused or withdrawn'} on ${dayTime('en', at)}.`,
  question: 'You have read the words and figures above. What do you say?',
  decisions: { seconded: 'I second it: it becomes public and cannot be taken back', refused: 'I refuse it' },
  withdrawQuestion: 'Do you withdraw it?',
  withdraw: 'I withdraw it',
  decisionMissing: 'Say what you decide.',
  reason: 'Reason',
  reasonHint: 'The officers read this; it is not public.',
  reasonMissing: 'Give the reason.',
  follows: 'The act becomes public at once, with both roles. It cannot be taken back.',
  followsRefused: 'Nothing becomes public. It can be proposed anew.',
  secondButton: 'Second it',
  buttonRefused: 'Refuse it',
  sentDecided: 'Your word is recorded',
  became: {
    open: 'Whether it is public shows here in a moment.',
    seconded: 'The act is public within a minute.',
    refused: 'The proposal is closed. Nothing became public.',
  },
  notice: 'The notice draft that waits to be posted',
};
