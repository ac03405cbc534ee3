/** Views, tokens and dead letters on a MongoDB server, shared by any number of processes. */
@NullMarked
package colophon.storage.views;

import org.jspecify.annotations.NullMarked;
