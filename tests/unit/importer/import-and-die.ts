import { Desk } from './desk.ts';
import { faultyDisk } from './faulty-disk.ts';

// Imports files in a process that dies before its nth step of writing: import-and-die.ts NTH CONTENT FILES…
const [nth = '', content = '', ...files] = process.argv.slice(2);
const { disk } = faultyDisk('any', Number(nth), () => process.kill(process.pid, 'SIGKILL'));
await Desk.at(content).import(files, { published: '2016-10-04' }, { disk });
