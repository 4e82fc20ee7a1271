import { startPortal } from '#functions/local/portal.ts';

/** The portal of `npm start`, in a process of its own: `node burst-portal.ts DATA SITE`, spoken to over the channel to its parent. */
const [dataFolder = '', siteFolder = ''] = process.argv.slice(2);

const portal = await startPortal({
  dataFolder,
  siteFolder,
  port: 0,
  log: (line) => {
    if (line.level === 'error') process.stderr.write(`${JSON.stringify(line)}\n`);
  },
  sweepEveryMs: 5000,
});
process.send?.({ url: portal.url });
process.once('message', async () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ processorSeconds: (user + system) / 1e6 });
  await portal.close();
  process.exit(0);
});
// A parent that has died must not leave the portal behind.
process.once('disconnect', () => process.exit(1));
