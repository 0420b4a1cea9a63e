-- | What parsing config.data costs: each daemon does it whenever the file changes, and at its start. The function that
-- modules can call is loadConfig, so reading the text from the file is part of it.
module Harness (subject) where

import Ganeti.BasicTypes (GenericResult(..))
import Ganeti.Config (loadConfig)
import Subject (Subject(..))

subject :: Subject
subject = File $ \path -> do
  loaded <- loadConfig path
  return $ case loaded of
    Ok config -> config `seq` 1
    Bad _ -> 0
