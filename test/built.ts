/** Before the tests: the command as users have it, compiled, with its suite. Tests of the command run that. */
import { execFileSync } from 'node:child_process';

export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
