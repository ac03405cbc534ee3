/** What holds for every HTTP request: limits, strict JSON, and problems in one shape. */
@NullMarked
package colophon.launcher.http;

import org.jspecify.annotations.NullMarked;
