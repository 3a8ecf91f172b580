import { runAstroDev } from '../run-astro.ts';
import { deskOptions } from './desk.ts';

/** Opens the editor's desk on a port, or the next that is free; again whenever the site moves below another path. */
export async function openDesk(content: string, port: number): Promise<void> {
  const options = await deskOptions(content, async () => {
    const open = await opening;
    await open.stop();
    await openDesk(content, open.address.port);
  });
  const opening = runAstroDev({ ...options, server: { port } });
  await opening;
}
