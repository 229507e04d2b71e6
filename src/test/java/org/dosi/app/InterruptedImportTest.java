package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.dosi.app.command.Session;
import org.dosi.store.CityStores;
import org.dosi.store.ImportRecord;
import org.dosi.store.ObservationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import of several files that ends early says how many of them are stored, here and through a server.
final class InterruptedImportTest {
    private static final Path NOISE = Path.of("demo/noise/seoul-2025h1").toAbsolutePath();
    private static final String TWO_OF_THREE = "dosi: the import ended early: 2 of 3 files stored, nothing of the rest";

    @TempDir
    Path folder;

    @Test
    void whatIsStoredIsSaid() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(err, () -> Thread.currentThread().interrupt());

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).containsOnlyOnce(TWO_OF_THREE);
        assertThat(Thread.interrupted()).as("the interrupt has done its work").isFalse();
        assertThatTwoAreStored();
    }

    @Test
    void aFaultOfOursDoesNotHideIt() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(err, () -> {
            throw new IllegalStateException("a fault of ours");
        });

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).containsOnlyOnce(TWO_OF_THREE);
        assertThatTwoAreStored();
    }

    /// The user's end of the line is shut as Ctrl-C does it, while the third file is under way.
    @Test
    void aServerSaysItWithItsLastWords() throws IOException {
        CountDownLatch third = new CountDownLatch(1);
        try (ObservationStore store = CityStores.open(folder.resolve("city"));
                CommandServer commands = CommandServer.start(atThird(store, () -> {
                    third.countDown();
                    awaitInterrupt();
                }));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), commands.port())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeUTF(commands.token());
            out.writeUTF(folder.toString());
            out.writeBoolean(false);
            out.writeInt(arguments().length);
            for (String argument : arguments()) {
                out.writeUTF(argument);
            }
            third.await();
            socket.shutdownOutput();

            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(in.readBoolean()).as("accepted").isTrue();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            byte kind = in.readByte();
            while (kind != CommandServer.EXIT) {
                byte[] bytes = in.readNBytes(in.readInt());
                if (kind == CommandServer.ERR) {
                    err.write(bytes);
                }
                kind = in.readByte();
            }
            assertThat(in.readInt()).isEqualTo(1);
            assertThat(text(err)).containsOnlyOnce(TWO_OF_THREE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThatTwoAreStored();
    }

    private int run(ByteArrayOutputStream err, Runnable atThird) {
        Session session = new Session(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                false,
                () -> lease(atThird));
        return CommandTree.of(session).execute(arguments());
    }

    private Session.Lease lease(Runnable atThird) {
        Session.Lease lease = new DataFolder(folder.resolve("city")).open();
        return new Session.Lease() {
            @Override
            public ObservationStore store() {
                return atThird(lease.store(), atThird);
            }

            @Override
            public void close() {
                lease.close();
            }
        };
    }

    /// The store, with something that happens when a third file begins to be stored.
    private static ObservationStore atThird(ObservationStore store, Runnable event) {
        AtomicInteger begun = new AtomicInteger();
        return (ObservationStore) Proxy.newProxyInstance(
                ObservationStore.class.getClassLoader(),
                new Class<?>[] {ObservationStore.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("begin") && begun.incrementAndGet() == 3) {
                        event.run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String[] arguments() {
        return new String[] {
            "import",
            "seoul-noise",
            NOISE.resolve("2025-01.xlsx").toString(),
            NOISE.resolve("2025-02.xlsx").toString(),
            NOISE.resolve("2025-03.xlsx").toString(),
            "--data",
            "city"
        };
    }

    private void assertThatTwoAreStored() {
        try (ObservationStore store = CityStores.open(folder.resolve("city"))) {
            assertThat(store.listImports())
                    .extracting(ImportRecord::file)
                    .containsExactly("2025-01.xlsx", "2025-02.xlsx");
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
