package colophon.architecture.wrong.colophon.storage;

import java.io.ObjectInputStream;

public record ReaderOfJavaObjects(ObjectInputStream in) {}
