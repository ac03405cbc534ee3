@NullMarked
package colophon.launcher.http;

import org.jspecify.annotations.NullMarked;
