package colophon.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.architecture.House;
import colophon.launcher.serve.Application;
import colophon.security.matrix.Matrix;
import colophon.security.matrix.Router;
import colophon.security.matrix.Row;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The router and the matrix know the same routes, and the paper shows the same table. */
class EveryRouteHasARowTest {

    private static ConfigurableApplicationContext program;

    @BeforeAll
    static void start(@TempDir Path directory) {
        program =
                new SpringApplicationBuilder(Application.class)
                        .run("--server.port=0", "--colophon.data-dir=" + directory);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void every_route_has_a_row_and_every_row_a_route() {
        assertThat(rows()).isEqualTo(routes());
    }

    @Test
    void the_paper_shows_the_table() {
        assertThat(House.paper("docs/who-may.md")).contains(Matrix.table());
    }

    private static Set<String> routes() {
        return Router.routes(program.getBeansOfType(RequestMappingHandlerMapping.class).values());
    }

    private static Set<String> rows() {
        return Matrix.ROWS.stream().map(Row::route).collect(Collectors.toCollection(TreeSet::new));
    }
}
