package dev.dbsh.testing;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.dbsh.demo.Login;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Containers, one for each major version.
 *
 * <p>An image that the engine does not have is pulled once, and never with {@code -Ddbsh.test.pull=never}; Testcontainers
 * itself would go on trying for minutes where there is no registry.
 */
final class Containers implements ServerSource {
    private static final String IMAGE = System.getProperty("dbsh.test.image", "postgres:%d");
    private static final int PULL_MINUTES = 5;

    private final Map<Integer, Boolean> offered = new HashMap<>();
    private boolean pulls = !"never".equals(System.getProperty("dbsh.test.pull"));

    @Override
    public synchronized boolean offers(int major) {
        return offered.computeIfAbsent(major, this::has);
    }

    @Override
    public Login start(int major) {
        DockerImageName image = DockerImageName.parse(name(major)).asCompatibleSubstituteFor("postgres");
        PostgreSQLContainer container = new PostgreSQLContainer(image)
                .withImagePullPolicy(name -> false)
                .withUsername("postgres")
                .withDatabaseName("postgres")
                .withCommand(command());
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "container-stop"));
        container.start();
        return new Login(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                container.getPassword());
    }

    @Override
    public String description() {
        return "container";
    }

    private boolean has(int major) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(name(major)).exec();
            return true;
        } catch (NotFoundException e) {
            return pulls && pull(name(major));
        }
    }

    private boolean pull(String image) {
        System.out.println("tests pull " + image + ", once");
        try {
            return DockerClientFactory.lazyClient()
                    .pullImageCmd(image)
                    .start()
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
        } catch (DockerException e) {
            pulls = false;
            System.out.println("tests do without containers: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(int major) {
        return String.format(IMAGE, major);
    }

    private static String[] command() {
        List<String> words = new ArrayList<>(List.of("postgres"));
        TestServer.SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
        return words.toArray(String[]::new);
    }
}
