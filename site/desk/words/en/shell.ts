import { listOf, type Unsent } from '../../offline/unsent.ts';

/** The ink bar, the session and its end, and addresses that lead nowhere. */
export const shell = {
  skip: 'Skip to the content',
  languages: 'Languages',
  online: 'Online',
  upToDate: (time: string): string => `Up to date ${time}`,
  offline: 'Offline',
  kept: (time: string): string => `Kept here ${time}`,
  savedHere: (time: string): string => `Saved on this device ${time}`,
  notSaved: 'This device cannot keep what you type. Do not close this page before it is sent.',
  toSend: (count: number): string => (count === 1 ? '1 report to send' : `${count} reports to send`),
  signIn: 'Sign in',
  signOut: 'Sign out',
  signInTitle: 'Officers’ desk',
  signInWords:
    'Officers sign in to report, confirm and post; candidates and lists to submit election advertisements. What you type is kept on this device, also without a network.',
  signInOffline:
    'You are offline. Signing in needs a network; what was typed here can be gone on with without one.',
  goOn: (role: string, place: string): string =>
    `Go on as ${role.toLowerCase()}${place === '' ? '' : ` of ${place}`}, without a network`,
  keptForOthers: 'Nothing that another account typed on this device is shown.',
  ending: {
    title: 'Your session ends soon',
    words: (time: string): string =>
      `You will be signed out at ${time}. What you typed stays; you can also stay signed in.`,
    stay: 'Stay signed in',
    later: 'Not now',
  },
  ended: {
    title: 'Sign in again',
    words:
      'Your session has ended. Everything you typed is still in the form behind this message, and kept on this device.',
    signIn: 'Sign in again',
    failed: 'Signing in did not work. Try again.',
    close: 'Look at the form first',
  },
  leaving: {
    title: 'Sign out?',
    words: (unsent: Unsent): string => {
      const names = listOf(unsent, {
        reports: (count) => (count === 1 ? '1 station report' : `${count} station reports`),
        acts: (count) => (count === 1 ? '1 act' : `${count} acts`),
        notices: (count) => (count === 1 ? '1 notice' : `${count} notices`),
        accounts: (count) => (count === 1 ? '1 form of an account' : `${count} forms of accounts`),
        submissions: (count) =>
          count === 1 ? '1 submission of advertisements' : `${count} submissions of advertisements`,
      });
      return `Typed on this device and not sent: ${names.join(', ')}. Signing out deletes this.`;
    },
    stay: 'Stay signed in',
    leave: 'Delete and sign out',
  },
  unknown: {
    title: 'There is no such screen',
    words: 'The address may be mistyped, or from an older version of the desk.',
    home: 'To the start of the desk',
  },
};
