import { deskOptions } from './src/build/desk/desk.ts';

// For tools that look for Astro's configuration. The commands of package.json give Astro their options themselves.
export default await deskOptions('content');
