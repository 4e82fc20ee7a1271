import { nightsOnScreens } from '../support/nights-on-screens.ts';

// The other two take minutes more and are told in `desk-languages.deep.test.ts`.
nightsOnScreens(['zh-Hant']);
