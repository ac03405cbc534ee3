package colophon.architecture.wrong.colophon.commands;

import org.springframework.web.bind.annotation.GetMapping;

public class UndocumentedApi {
    @GetMapping("/nowhere")
    String nowhere() {
        return "";
    }
}
