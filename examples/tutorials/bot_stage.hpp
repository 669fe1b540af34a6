#pragma once
// What the tutorials with a feishu::bot share: how it runs on the stage.

#include <feishu/bot.hpp>
#include <feishu/event/long_connection_params.hpp>

#include "stage.hpp"

namespace tutorial {

/// Receives events: until the program is interrupted, or, in the emulator, until the acts have been played.
inline void run(stage& on, feishu::bot& bot) {
    if (on.emulator() == nullptr)
        return bot.run(feishu::long_connection_params{.stop_on_signals = true}).value();
    bot.start();
    on.play();
    bot.stop();
    bot.wait().value();
}

} // namespace tutorial
