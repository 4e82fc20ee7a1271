const list = (roles: readonly string[]): string =>
  roles.length < 2 ? roles.join('') : `${roles.slice(0, -1).join(', ')} or ${roles.at(-1)}`;

/** All acts of a constituency on one screen. */
export const overview = {
  title: 'Acts of the constituency',
  name: (constituency: string): string => `acts of ${constituency}`,
  progress: 'Progress',
  home: 'your places',
  waits: 'What is still missing',
  nothingWaits: 'The result is declared. Nothing is missing.',
  ended: 'Nothing is missing before the proceedings are declared ended.',
  steps: {
    entry: 'The report is to be typed',
    second_entry: 'The report is to be typed a second time',
    resolution: 'Two entries differ and are to be settled',
    result_told: 'The result is to be told to those present',
    resume: 'The count is suspended and is to go on',
    confirmation: 'The report is to be confirmed',
    recount: 'A recount is to be reported',
    stations: 'Reports of counting stations',
    misplaced: 'The misplaced papers, counted at the central counting station',
    lots: 'Lots are to be drawn',
    declaration: 'The declaration is to be proposed',
    second_person: 'A second officer is to second the declaration',
    statement: 'The sums of questionable papers and accounts are to be published',
    notices: 'Notices are to be posted',
  },
  can: (roles: readonly string[]): string => `Can be done by: ${list(roles)}.`,
  open: 'Waiting for a second officer',
  may: 'What you can do now',
  mayNothing: 'Nothing here is for your role to do.',
  mayNot: 'What you cannot do now, and why',
  names: {
    'station-recount': 'Record a request for a recount at one station',
    recount: 'Record a request for a recount of the constituency',
    lots: 'Enter the lots that were drawn',
    declaration: 'Declare the result',
    event: 'Record a death, disqualification or withdrawal',
    ending: 'Declare the election failed, or its proceedings terminated',
    correction: 'Correct a figure after the declaration',
    adjournment: 'Suspend or resume the count',
    relocation: 'Move a count to another place',
  },
  misplaced: (station: string): string => `Report the misplaced papers (${station})`,
  bars: {
    role: 'This is not for your role.',
    declared:
      'The constituency is declared. Figures change only by a correction, and nothing else of the count changes.',
    not_declared:
      'Nothing is declared yet. Until then, change a figure by sending the station’s report again with a reason.',
    poll_open: 'The poll has not closed.',
    no_tie: 'No tie asks for lots as the figures stand.',
    not_ready: 'Something is still missing before the result can be declared; it is listed above.',
    terminated: 'The proceedings are terminated by what was recorded about a candidate.',
    proposed: 'One such act waits for a second officer. It must be seconded or refused first.',
  },
  soFar: 'Every act so far',
  noActs: 'No act is recorded yet.',
  refusedProposals: 'Proposals that were refused or withdrawn',
  secondedBy: (role: string): string => `seconded by: ${role}`,
  reason: (text: string): string => `Reason: ${text}`,
  log: {
    recount: ({
      where,
      by,
      decision,
    }: {
      where: string;
      by: string;
      decision: 'allowed' | 'refused';
    }): string => `Recount, ${where}: asked for by ${by}, ${decision}`,
    lots: (balls: string): string => `Lots drawn: ${balls}`,
    declaration: (outcome: 'elected' | 'failed' | 'terminated', names: string): string =>
      ({
        elected: `Declared elected: ${names}`,
        failed: 'The election was declared to have failed',
        terminated: 'The proceedings were declared terminated',
      })[outcome],
    event: (name: string, what: string): string => `${name}: ${what}`,
    relocation: (station: string, to: string): string => `The count of ${station} moved to ${to}`,
    adjournment: (state: 'suspended' | 'resumed', station: string | null): string =>
      `${station === null ? 'The whole count' : `The count of ${station}`} was ${state}`,
    correction: (station: string): string => `Figures of ${station} were corrected after the declaration`,
  },
};
