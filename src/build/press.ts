import { z } from 'zod';
import { publishPlan, type Render } from '../routes/planned.ts';

/** What Astro's program is to a build: it answers requests. */
const program = z.object({ app: z.custom<{ render: (request: Request) => Promise<Response> }>() });

/** Renders pages by the bundled templates, for as long as it is open. */
export interface Press {
  render: Render;
  /** Ends it. Throws what Astro itself has found wrong. */
  close: () => Promise<void>;
}

/** Opens the program that `bundleTemplates` has made; `html` gives the HTML of an article's body by its digest. */
export async function openPress(entry: string, html: (digest: string) => string): Promise<Press> {
  const { app } = program.parse(await import(entry));
  const ended = Promise.withResolvers<undefined>();
  const opened = Promise.withResolvers<Render>();
  publishPlan({
    html,
    press: async (render) => {
      opened.resolve(render);
      await ended.promise;
    },
  });
  const answer = app.render(new Request('http://localhost/')).then(async (response) => {
    const text = await response.text();
    if (response.status !== 200) throw new Error(`Astro answered ${response.status}: ${text}`);
    return text;
  });
  // Before it is opened an answer can only be a fault.
  const unasked = answer.then((text): never => {
    throw new Error(`Astro answered and asked for no page: ${text.slice(0, 200)}`);
  });
  const render = await Promise.race([opened.promise, unasked]);
  const close = async (): Promise<void> => {
    ended.resolve(undefined);
    await answer;
  };
  return { render, close };
}
