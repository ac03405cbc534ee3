package colophon.views.reading.memory;

import colophon.views.reading.Parked;
import colophon.views.reading.ParkedContract;

class MemoryParkedTest extends ParkedContract {

    @Override
    protected Parked parked() {
        return new MemoryParked();
    }
}
