{-# LANGUAGE ExistentialQuantification #-}

-- | What a harness calls a function on.
module Subject (Subject(..)) where

import Ganeti.Objects (ConfigData)

-- | Of a call, as much is computed as the number needs that is given back: so that says what of its result is of interest.
data Subject
  = File (FilePath -> IO Int)
    -- ^ Called on the file config.data.
  | forall a. Each (ConfigData -> [a]) (ConfigData -> a -> Int)
    -- ^ Called on the configuration that is read from it, and each of these; of many, on some that lie evenly.
