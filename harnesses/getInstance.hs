-- | What looking up an instance by its name costs, one after the other: queries and confd's clients do it.
module Harness (subject) where

import Data.Array (bounds, listArray, rangeSize, (!))
import qualified Data.Map as M
import Data.Maybe (mapMaybe)

import Ganeti.BasicTypes (GenericResult(..))
import Ganeti.Config (getInstance)
import Ganeti.JSON (fromContainer)
import Ganeti.Objects (configInstances, instName)
import Subject (Subject(..))

subject :: Subject
subject = Config $ \config ->
  let all' = mapMaybe instName . M.elems . fromContainer $ configInstances config
      names = listArray (0, length all' - 1) all'
      count = max 1 (rangeSize (bounds names))
  in \number -> case getInstance config (names ! (number `mod` count)) of
       Ok instance' -> instance' `seq` 1
       Bad _ -> 0
