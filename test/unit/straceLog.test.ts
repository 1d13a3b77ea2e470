import assert from 'node:assert/strict';
import { connectionsIn } from '../connections/straceLog.ts';

describe('what strace writes', () => {
  const read = (line: string) => [...connectionsIn(`4711  ${line}\n`)];

  const lines: readonly [what: string, line: string, found: string[]][] = [
    [
      'a connection',
      'connect(20, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("10.1.2.3")}, 16) = -1 EINPROGRESS',
      ['connect 10.1.2.3:443'],
    ],
    [
      'one by IPv6',
      'connect(20, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
      ['connect ::1:80'],
    ],
    [
      'a question to a name server',
      'sendmsg(7, {msg_name={sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.2")}, msg_namelen=16}, 0) = 30',
      ['sendmsg 10.0.0.2:53'],
    ],
    [
      'a socket of the machine, without what is another one each time',
      'bind(19, {sa_family=AF_UNIX, sun_path="/tmp/vscode-git-0a1b2c3d4e.sock"}, 110) = 0',
      ['bind /tmp/vscode-git-….sock'],
    ],
    ['the kernel', 'bind(4, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0', []],
    ['what goes to a peer that is known already', 'sendto(5, "hello", 5, 0, NULL, 0) = 5', []],
  ];
  for (const [what, line, found] of lines) {
    it(`tells of ${what}: ${found.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(read(line), found);
    });
  }
});
