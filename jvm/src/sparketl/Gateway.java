package sparketl;

import java.net.InetAddress;
import java.security.SecureRandom;
import py4j.GatewayServer;

/** The way of a .NET program into this JVM: a server on a free port of the loopback address that asks for a token. */
final class Gateway {
    /** The variable of a process' environment that holds the token; it is on no command line and in no log. */
    static final String TOKEN_VARIABLE = "SPARKETL_GATEWAY_TOKEN";

    private static final int TOKEN_BYTES = 32;

    private final GatewayServer server;

    private Gateway(GatewayServer server) {
        this.server = server;
    }

    /** Starts the server; its threads inherit the class loader of the calling thread. */
    static Gateway start(Sessions sessions, String token) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        GatewayServer server = new GatewayServer.GatewayServerBuilder()
            .entryPoint(sessions).javaPort(0).javaAddress(loopback).authToken(token).build();
        server.start(true);
        return new Gateway(server);
    }

    /** A token that nobody can guess. */
    static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return text.toString();
    }

    int port() {
        return server.getListeningPort();
    }

    /** Ends its threads, which would keep the JVM alive. */
    void stop() {
        server.shutdown();
    }
}
