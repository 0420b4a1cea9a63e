-- | What finding the primary and secondary instances of a node costs, one node after the other: QueryNodes does it for
-- each of its rows.
module Harness (subject) where

import Data.Array (bounds, listArray, rangeSize, (!))
import qualified Data.Map as M

import Ganeti.Config (getNodeInstances)
import Ganeti.JSON (fromContainer)
import Ganeti.Objects (configNodes, uuidOf)
import Subject (Subject(..))

subject :: Subject
subject = Config $ \config ->
  let all' = map uuidOf . M.elems . fromContainer $ configNodes config
      uuids = listArray (0, length all' - 1) all'
      count = max 1 (rangeSize (bounds uuids))
  in \number ->
       let (primary, secondary) = getNodeInstances config (uuids ! (number `mod` count))
       in length primary + length secondary
