-- | Calls the function of a harness many times: what does one call cost?
--
-- Given: how many samples to take, and on stdin a config.data. Prints a line of JSON for each sample: how many calls it
-- is of, and the time and the allocation of all of them.
module Main (main) where

import Control.Exception (evaluate)
import Control.Monad (forM_)
import Data.Int (Int64)
import GHC.Clock (getMonotonicTimeNSec)
import System.Environment (getArgs)
import System.Exit (die)
import System.IO (hFlush, hSetEncoding, stdin, stdout, utf8)
import System.Mem (getAllocationCounter, performMajorGC, setAllocationCounter)

import Ganeti.BasicTypes (GenericResult(..))
import Ganeti.Config (parseConfig)
import Harness (subject)
import Subject (Subject(..))

-- | So long a sample takes at least, in nanoseconds: its clock's error is then next to nothing.
leastSample :: Int64
leastSample = 20000000

-- | More calls in one sample tell nothing more.
mostCalls :: Int
mostCalls = 10000000

main :: IO ()
main = do
  args <- getArgs
  samples <- case args of
    [count] -> return (read count)
    _ -> die "usage: run SAMPLES < config.data"
  hSetEncoding stdin utf8
  text <- getContents
  call <- prepared text subject
  calls <- enough call 1
  forM_ [1 .. samples :: Int] $ \_ -> do
    idle <- sample id calls
    used <- sample call calls
    putStrLn (line calls (used `minus` idle))
    hFlush stdout

-- | What is computed once for all calls is computed here.
prepared :: String -> Subject -> IO (Int -> Int)
prepared text (Text f) = do
  _ <- evaluate (length text)
  return (f text)
prepared text (Config f) = case parseConfig text of
  Bad message -> die ("config.data cannot be read: " ++ message)
  Ok config -> return (f config)

-- | The calls that one sample needs.
enough :: (Int -> Int) -> Int -> IO Int
enough call calls = do
  (time, _) <- sample call calls
  if time >= leastSample || calls >= mostCalls
    then return calls
    else enough call (min mostCalls (calls * 2))

-- | Time in nanoseconds and allocation in bytes of so many calls. Nothing that was garbage before is collected in it.
sample :: (Int -> Int) -> Int -> IO (Int64, Int64)
sample call calls = do
  performMajorGC
  setAllocationCounter 0
  began <- getMonotonicTimeNSec
  run call 0 calls
  ended <- getMonotonicTimeNSec
  left <- getAllocationCounter
  return (fromIntegral (ended - began), negate left)
{-# NOINLINE sample #-}

run :: (Int -> Int) -> Int -> Int -> IO ()
run call = go
  where go number calls
          | number >= calls = return ()
          | otherwise = evaluate (call number) >> go (number + 1) calls
{-# NOINLINE run #-}

-- | What the loop costs itself is not of the function.
minus :: (Int64, Int64) -> (Int64, Int64) -> (Int64, Int64)
minus (time, bytes) (time', bytes') = (max 0 (time - time'), max 0 (bytes - bytes'))

line :: Int -> (Int64, Int64) -> String
line calls (time, bytes) =
  "{\"calls\":" ++ show calls ++ ",\"nanoseconds\":" ++ show time ++ ",\"allocated\":" ++ show bytes ++ "}"
