@NullMarked
package colophon.architecture.wrong.colophon.hasty;

import org.jspecify.annotations.NullMarked;
