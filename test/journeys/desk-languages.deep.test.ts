import { nightsOnScreens } from '../support/nights-on-screens.ts';

nightsOnScreens(['en', 'zh-Hans']);
