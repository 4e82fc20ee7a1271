/** What the desk's page says before its script runs. */
export const front = {
  title: 'Officers’ desk',
  purpose:
    'Officers report counts, confirm them, record recounts and lots, and post notices here; candidates and lists submit election advertisements. Sign in to begin.',
  noScript:
    'The desk needs JavaScript: it keeps what you type on this device and sends it when there is a network. Turn JavaScript on and load this page again.',
  results: 'Public results',
  languages: 'Languages',
};
