-- | What reading config.data costs: each daemon does it whenever the file changes, and at its start.
module Harness (subject) where

import Ganeti.BasicTypes (GenericResult(..))
import Ganeti.Config (parseConfig)
import Subject (Subject(..))

subject :: Subject
subject = Text $ \text _ -> case parseConfig text of
  Ok config -> config `seq` 1
  Bad _ -> 0
