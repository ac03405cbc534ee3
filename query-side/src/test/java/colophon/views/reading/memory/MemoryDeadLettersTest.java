package colophon.views.reading.memory;

import colophon.views.reading.DeadLetters;
import colophon.views.reading.DeadLettersContract;

class MemoryDeadLettersTest extends DeadLettersContract {

    @Override
    protected DeadLetters deadLetters() {
        return new MemoryDeadLetters();
    }
}
