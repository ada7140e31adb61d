package dev.dbsh.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file of SQL that is read twice; what can be read once only is kept meanwhile in a file that nobody else can open. */
final class SqlSource implements Closeable {
    private final RandomAccessFile file;

    private SqlSource(RandomAccessFile file) {
        this.file = file;
    }

    /** @param standard what {@code -} stands for; null when it is taken */
    static SqlSource open(SqlFile.Request request, @Nullable InputStream standard) throws IOException {
        Path path = SqlFile.path(request);
        if (request.file().equals(SqlFile.STANDARD_INPUT)) {
            if (standard == null) {
                throw SqlFile.missing(request, "is standard input, which what is typed comes from");
            }
            return kept(standard);
        }
        if (Files.isRegularFile(path)) {
            return new SqlSource(opened(request, path));
        }
        try (InputStream once = Files.newInputStream(path)) {
            return kept(once);
        }
    }

    /** From its beginning on. */
    InputStream read() throws IOException {
        file.seek(0);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return file.read();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return file.read(into, from, length);
            }
        };
    }

    private static RandomAccessFile opened(SqlFile.Request request, Path path) throws IOException {
        try {
            return new RandomAccessFile(path.toFile(), "r");
        } catch (IOException e) {
            if (!Files.isReadable(path)) {
                throw SqlFile.missing(request, Files.exists(path) ? "may not be read" : "does not exist");
            }
            throw e;
        }
    }

    private static SqlSource kept(InputStream once) throws IOException {
        Path copy = Files.createTempFile("dbsh-", ".sql");
        try {
            Files.copy(once, copy, StandardCopyOption.REPLACE_EXISTING);
            return new SqlSource(new RandomAccessFile(copy.toFile(), "r"));
        } finally {
            Files.delete(copy);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
