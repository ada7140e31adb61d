package dev.dbsh.render;

import java.io.IOException;

/** Takes rows once it is known how they will be set. */
interface CellPrinter {
    void print(Cells cells) throws IOException;
}
