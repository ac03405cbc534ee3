/** Rules for every HTTP request: limits, strict JSON, and problems in one format. */
@NullMarked
package colophon.launcher.http;

import org.jspecify.annotations.NullMarked;
