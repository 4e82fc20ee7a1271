import { useDesk } from '../desk-context.ts';
import { screens } from '../paths.ts';
import { Screen } from './Screen.tsx';

/** An address that no screen has. */
export const NotFound = () => {
  const { unknown } = useDesk().words.shell;
  return (
    <Screen title={unknown.title}>
      <p>{unknown.words}</p>
      <p>
        <a href={screens.home()}>{unknown.home}</a>
      </p>
    </Screen>
  );
};
