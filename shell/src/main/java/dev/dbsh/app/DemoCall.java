package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.demo.Demo;
import dev.dbsh.demo.Login;
import dev.dbsh.pg.connect.ConnectRequest;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** {@code dbsh demo}: the embedded server that the build put beside the product's own files. */
final class DemoCall {
    private DemoCall() {}

    static Demo start(Call call, ErrorLines errors) {
        for (CallOption option : new CallOption[] {
            CallOption.HOST, CallOption.PORT, CallOption.USER, CallOption.DATABASE, CallOption.ENVIRONMENT
        }) {
            if (call.has(option)) {
                throw Refusal.usage(
                        "the demo has a server of its own, " + option.word() + " says another", "leave it out");
            }
        }
        return Demo.start(binaries(), errors::line);
    }

    static ConnectRequest request(Demo demo) {
        Login login = demo.login();
        return ConnectRequest.to(login.conninfo() + " password=" + login.password());
    }

    // The product's own jar, or its classes, lies in a directory beside the one that the build copied the server to.
    private static Path binaries() {
        try {
            Path own = Path.of(DemoCall.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path besideIt = own.toString().endsWith(".jar") ? own.resolve("../../pg") : own.resolve("../pg");
            return besideIt.normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
