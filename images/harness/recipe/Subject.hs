-- | What a harness calls a function on.
module Subject (Subject(..)) where

import Ganeti.Objects (ConfigData)

-- | From what is known before the first call, to the call of a given number. Its result is computed as far as the
-- number needs it that is given back: so that says what of it is of interest.
data Subject
  = Text (String -> Int -> Int)
    -- ^ The text of config.data, which stays in memory.
  | Config (ConfigData -> Int -> Int)
    -- ^ The configuration that is read from it.
