package org.payqual.ops.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One caller's connection, kept open, on which it asks over HTTP and takes each answer before it asks again. It does no
 * more than that, because whoever measures shares the machine with what is measured.
 */
final class KeptConnection implements AutoCloseable {

    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String CLOSE = "connection: close";
    private static final int STATUS_FROM = 9;
    private static final int STATUS_UNTIL = 12;
    private static final int BUFFER = 16 * 1024;

    private final int port;
    private final String headers;
    private Socket socket;
    private InputStream in;
    private boolean ends;

    /**
     * Connects to a port of this machine.
     *
     * @param token with which it asks, if with any
     */
    KeptConnection(int port, @Nullable String token) {
        this.port = port;
        this.headers = " HTTP/1.1\r\nHost: localhost:" + port + "\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n");
        try {
            this.socket = connected(port);
            this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException("no connection", e);
        }
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Gets what stands at an address. */
    void get(String path) {
        ask("GET " + path + headers + "\r\n");
    }

    /** Posts a document. */
    void post(String path, String json) {
        ask("POST " + path + headers + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                + json);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the connection does not close", e);
        }
    }

    private void ask(String request) {
        try {
            if (ends) {
                // The server gives up a connection after some requests, and says so.
                socket.close();
                socket = connected(port);
                in = new BufferedInputStream(socket.getInputStream(), BUFFER);
                ends = false;
            }
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = line();
            pass();
            if (!status.startsWith("200", STATUS_FROM)) {
                throw new IllegalStateException("answered " + status.substring(STATUS_FROM, STATUS_UNTIL));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer", e);
        }
    }

    /** Reads the rest of the answer. */
    private void pass() throws IOException {
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(header, LENGTH.length() + 1, header.length(), 10);
            }
            chunked |= header.equalsIgnoreCase(CHUNKED);
            ends |= header.equalsIgnoreCase(CLOSE);
        }
        in.skipNBytes(length);
        for (int chunk = chunked ? chunk() : 0; chunk > 0; chunk = chunk()) {
            in.skipNBytes(chunk);
            line();
        }
        if (chunked) {
            line();
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
