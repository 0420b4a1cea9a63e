-- | What looking up an instance by its name costs: queries and confd's clients do it.
module Harness (subject) where

import qualified Data.Map as M
import Data.Maybe (mapMaybe)

import Ganeti.BasicTypes (GenericResult(..))
import Ganeti.Config (getInstance)
import Ganeti.JSON (fromContainer)
import Ganeti.Objects (configInstances, instName)
import Subject (Subject(..))

subject :: Subject
subject = Each names $ \config name -> case getInstance config name of
  Ok found -> found `seq` 1
  Bad _ -> 0
  where names = mapMaybe instName . M.elems . fromContainer . configInstances
