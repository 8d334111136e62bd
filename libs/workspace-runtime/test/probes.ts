/**
 * Attempts to get out of a workspace, as a Python program for inside and outside. Each prints "passed" or the error it met.
 * Outside (root, no filter) the same program is the control: a probe that fails there too would prove nothing inside.
 */
export const PROBES = String.raw`
import ctypes, errno, json, mmap, os, select, signal, socket, subprocess, sys, time
libc = ctypes.CDLL(None, use_errno=True)
config = json.load(open(sys.argv[1]))

def syscall(number, *args):
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(a) if isinstance(a, int) else a for a in args])
    if result < 0: raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result

def child(action):
    "runs an action in a process of its own, for it may change or end the process"
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try: action(); os.write(writer, b'passed')
        except OSError as e: os.write(writer, errno.errorcode.get(e.errno, str(e.errno)).encode())
        finally: os._exit(0)
    os.close(writer)
    text = os.read(reader, 100).decode()
    _, status = os.waitpid(pid, 0)
    return text or 'signal %d' % os.WTERMSIG(status)

def tcp(family, address, port):
    def go():
        s = socket.socket(family, socket.SOCK_STREAM); s.settimeout(3); s.connect((address, port)); assert s.recv(5) == b'hello'
    return go
def udp(family, address, port):
    def go():
        s = socket.socket(family, socket.SOCK_DGRAM); s.settimeout(2); s.connect((address, port)); s.send(b'query'); assert s.recv(5) == b'hello'
    return go
def unix(address):
    def go():
        s = socket.socket(socket.AF_UNIX); s.settimeout(3); s.connect(address); assert s.recv(5) == b'hello'
    return go
def open_socket(family, kind=socket.SOCK_RAW, protocol=0):
    return lambda: socket.socket(family, kind, protocol)
def read(path): return lambda: open(path, 'rb').read(1)
def write(path): return lambda: open(path, 'wb').close()
def machine_code(code):
    def go():
        memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        memory.write(code)
        ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()
    return go
def terminal_injection():
    import fcntl, pty
    main, side = pty.openpty()
    os.setsid(); fcntl.ioctl(side, 0x540E, 0); fcntl.ioctl(side, 0x5412, b'x')
def clone_flags(flags):
    def go():
        pid = syscall(56, flags | 17, 0, 0, 0, 0)
        if pid == 0: os._exit(0)
        os.waitpid(pid, 0)
    return go
def sees_host_process():
    if open('/proc/%d/comm' % config['hostPid']).read().strip() != config['hostComm']: raise OSError(errno.ESRCH, '')
def io_uring():
    syscall(425, 1, ctypes.create_string_buffer(120))
def request_key():
    syscall(248, b'user', b'suimon', b'x', 1, -1)
def perf():
    syscall(298, ctypes.create_string_buffer(b'\x01\0\0\0\x70\0\0\0' + b'\0' * 104, 112), 0, -1, -1, 0)
def mount():
    os.makedirs(config['mountPoint'], exist_ok=True)
    syscall(165, b'none', config['mountPoint'].encode(), b'tmpfs', 0, None)
def personality(): syscall(135, 0x0040000)

NEWUSER, NEWNET = 0x10000000, 0x40000000
probes = {
  'tcp4-host-loopback': tcp(socket.AF_INET, '127.0.0.1', config['tcpPort']),
  'tcp4-outside': tcp(socket.AF_INET, config['address4'], config['tcpPort']),
  'tcp6-host-loopback': tcp(socket.AF_INET6, '::1', config['tcpPort']),
  'tcp6-outside': tcp(socket.AF_INET6, config['address6'], config['tcpPort']),
  'dns-udp-host-loopback': udp(socket.AF_INET, '127.0.0.1', config['udpPort']),
  'dns-udp-outside': udp(socket.AF_INET, config['address4'], config['udpPort']),
  'dns-udp6-outside': udp(socket.AF_INET6, config['address6'], config['udpPort']),
  'unix-socket-by-path': unix(config['unixPath']),
  'unix-socket-abstract': unix('\0' + config['unixAbstract']),
  'display-socket-of-another': unix(config['otherDisplay']),
  'socket-vsock': open_socket(40, socket.SOCK_STREAM),
  'socket-packet': open_socket(17),
  'socket-netlink': open_socket(16),
  'socket-alg': open_socket(38, socket.SOCK_SEQPACKET),
  'socket-raw': open_socket(socket.AF_INET, socket.SOCK_RAW, 1),
  'host-process': sees_host_process,
  'host-shadow': read('/etc/shadow'),
  'host-file-by-path': read(config['hostFile']),
  'file-of-another-project': read(config['otherFile']),
  'write-data': write(config['dataFile']),
  'write-imports': write(config['importsFile']),
  'unshare-user': lambda: syscall(272, NEWUSER),
  'unshare-net': lambda: syscall(272, NEWNET),
  'clone-user': clone_flags(NEWUSER),
  'clone3': lambda: syscall(435, ctypes.create_string_buffer(88), 88) == 0 and os._exit(0),
  'setns': lambda: syscall(308, os.open('/proc/self/ns/net', os.O_RDONLY), 0),
  'keyctl': lambda: syscall(250, 0, -3, 0),
  'add-key': request_key,
  'io-uring': io_uring,
  'bpf': lambda: syscall(321, 0, ctypes.create_string_buffer(b'\x02\0\0\0\x04\0\0\0\x04\0\0\0\x01\0\0\0' + b'\0' * 100), 72),
  'perf-events': perf,
  'userfaultfd': lambda: syscall(323, 0),
  'ptrace': lambda: syscall(101, 0, 0, 0, 0),
  'process-vm-readv': lambda: syscall(310, os.getpid(), None, 0, None, 0, 0),
  'kcmp': lambda: syscall(312, os.getpid(), os.getpid(), 0, 0, 0),
  'mount': mount,
  'chroot': lambda: os.chroot('/'),
  'personality': personality,
  'terminal-injection': terminal_injection,
  'sethostname': lambda: socket.sethostname(socket.gethostname()),
  'code-i386': machine_code(b'\xb8\x14\x00\x00\x00\xcd\x80\xc3'),
  'code-x32': machine_code(b'\xb8\x27\x00\x00\x40\x0f\x05\xc3'),
}
results = {}
for name, probe in probes.items():
    begun = time.monotonic()
    def attempt():
        try: probe()
        except AssertionError: raise OSError(errno.EPROTO, 'no hello')
        except TimeoutError: raise OSError(errno.ETIMEDOUT, 'timeout')
    results[name] = {'outcome': child(attempt), 'seconds': time.monotonic() - begun}
print(json.dumps(results))
`;

/** What a probe met, by name; see {@link PROBES}. */
export type ProbeResults = Readonly<Record<string, { readonly outcome: string; readonly seconds: number }>>;
