package dev.dbsh.pg;

import dev.dbsh.report.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a typed statement gives back, as it comes in. */
public interface Results {

    void columns(List<ResultColumn> columns);

    /** One row, in the server's own text; null is NULL. */
    void row(List<@Nullable String> values);

    /** Something the server wants to be known, with its severity in {@code where}. */
    void notice(Failure notice);
}
