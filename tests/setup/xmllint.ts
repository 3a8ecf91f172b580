import { spawnSync } from 'node:child_process';

/** How a finding begins: xmllint calls what it reads from its standard input `-`. */
const FINDING = /^-:\d+: /u;

/**
 * What libxml2, a strict reader that shares no code with ours, finds wrong with a text as XML 1.0 with namespaces; given
 * the path of an XML Schema, also where the document does not keep to it. Nothing is loaded from the network. Throws
 * where the program is missing.
 */
export function xmlFindings(xml: string, schema?: string, program = 'xmllint'): string[] {
  const options = ['--nonet', '--noout', ...(schema === undefined ? [] : ['--schema', schema]), '-'];
  const { error, status, stderr } = spawnSync(program, options, { input: xml, encoding: 'utf8' });
  // Another error is that it ended before it had read all: what it said until then counts.
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Error(`${program} is not installed; it is in the Debian package libxml2-utils.`);
  }
  // Of a prefix that nobody declared it speaks, and ends with 0.
  const findings = stderr.split('\n').filter((line) => FINDING.test(line));
  return status === 0 || findings.length > 0
    ? findings
    : [stderr.trim() || `${program} ended with ${status ?? 'a signal'}`];
}
